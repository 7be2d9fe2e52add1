/** What makes up the names and the goods of the sample company. A server in production is installed without it. */
const GENERATOR = '@faker-js/faker';

/** Loads a part of the sample company by its dynamic import; null where the package that it needs is not installed. */
export async function loadSample<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    if (code === 'ERR_MODULE_NOT_FOUND' && String(message).includes(`'${GENERATOR}'`)) return null;
    throw error;
  }
}

/** What a person is told who asks for it there. */
export const NO_SAMPLE = 'The sample company is not part of this installation: it needs the development packages (npm install).';
