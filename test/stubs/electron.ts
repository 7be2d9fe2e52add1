/** Stands in for `electron` in every test: importing the real package in Node starts a download. */
export const app = {}
