/** What makes two rows of df the same file system: subvolumes and bind mounts share their device. */
export function filesystemId({
  source,
  target,
}: {
  readonly source: string;
  readonly target: string;
}): string {
  return source.startsWith('/dev/') ? source : target;
}
