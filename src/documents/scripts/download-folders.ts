/** Matches folders in which, or below which, an operating system and its packages create folders. */
const systemTrees =
  /^(\/(bin|boot|dev|etc|lib|lib64|proc|run|sbin|sys|usr|var|Applications|Library|System|Users|private|opt\/(aws|amazon))|[a-z]:\/(windows|program files|program files \(x86\)|programdata|users|inetpub))(\/|$)/i;

/** Matches folders that exist on every machine but are empty when an image is built. */
const emptyFolders = /^(\/|\/(home|media|mnt|opt|root|srv|tmp)|\/home\/[^/]+|[a-z]:)$/i;

/**
 * Returns the folder that a download requires, if it may be missing on the machine. The folder is absolute, contains no references or
 * variables, and is not part of the operating system. Otherwise returns undefined.
 *
 * @param destination destination of S3Download: a file, or a folder if it ends in a separator or wildcard
 */
export function folderToMake(destination: string): string | undefined {
  if (/[{$%]/.test(destination)) return undefined;
  const path = destination.replaceAll("\\", "/");
  const written = path.replace(/\/+[^/]*$/, "");
  const folder = written.replace(/\/+/g, "/");
  if (!/^(\/|[a-z]:\/)/i.test(path) || systemTrees.test(folder) || folder === "" || emptyFolders.test(folder))
    return undefined;
  return destination.slice(0, written.length);
}

/** Checks whether a text contains the path of a folder, with either kind of separator. */
export function mentionsFolder(text: string, folder: string): boolean {
  const plain = (path: string) => path.replace(/[\\/]+/g, "/").toLowerCase();
  return plain(text).includes(plain(folder));
}
