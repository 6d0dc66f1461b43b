/**
 * What a list calls its files: their names without the folders that all of them are in, since whole paths would push the other
 * columns aside; standard input in words.
 */
export function shortNames(files: readonly string[]): Map<string, string> {
  const paths = files.map((file) => file.split(/[\\/]/u));
  const [first = []] = paths;
  const folders = Math.min(first.length - 1, ...paths.map((path) => path.length - 1));
  let shared = 0;
  while (shared < folders && paths.every((path) => path[shared] === first[shared])) shared += 1;
  const nameOf = (path: readonly string[]) => path.slice(shared).join('/');
  return new Map(files.map((file, index) => [file, file === '-' ? '标准输入' : nameOf(paths[index] ?? [])]));
}
