/** What a server answered, with its body as JSON. */
export interface JsonAnswer<T> {
  readonly status: number;
  readonly answer: T;
}

/**
 * Asks an address of the server's API.
 * @param url of the server. @param path below `/v1`. @param body sent as JSON; nothing is sent without one.
 */
export async function askJson<T>(url: string, token: string, method: string, path: string, body?: object): Promise<JsonAnswer<T>> {
  const response = await fetch(`${url}/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as T };
}
