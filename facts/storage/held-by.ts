/** Whether a folder is what a file system is mounted on, or lies below it. */
export function isHeldBy(target: string, path: string): boolean {
  return target === '/' ? path.startsWith('/') : path === target || path.startsWith(`${target}/`);
}
