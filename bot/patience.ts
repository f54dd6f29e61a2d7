/**
 * A moment's patience: reads again after each pause until what is waited for has come, mostly before anybody would have
 * asked; what is so after the last pause is answered as it is.
 */
export async function patiently<T>(
  read: () => Promise<T>,
  isDone: (found: T) => boolean,
  pausesMs: readonly number[],
): Promise<T> {
  for (const pause of pausesMs) {
    const found = await read()
    if (isDone(found)) return found
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return read()
}
