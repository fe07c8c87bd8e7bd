/** Folders in which, or below which, an operating system and its packages make folders of their own. */
const systemTrees =
  /^(\/(bin|boot|dev|etc|lib|lib64|proc|run|sbin|sys|usr|var|Applications|Library|System|Users|private|opt\/(aws|amazon))|[a-z]:\/(windows|program files|program files \(x86\)|programdata|users))(\/|$)/i;

/** Folders that every machine has, and that are empty when an image is made. */
const emptyFolders = /^(\/|\/(home|media|mnt|opt|root|srv|tmp)|\/home\/[^/]+|[a-z]:)$/i;

/**
 * The folder that a download needs, as long as nobody can be sure that it is there: absolute, without references and variables,
 * and none that comes with the system.
 *
 * @param destination of S3Download or WebDownload: a file, or a folder where it ends in a separator or wildcard
 */
export function folderToMake(destination: string): string | undefined {
  if (/[{$%]/.test(destination)) return undefined;
  const path = destination.replaceAll("\\", "/");
  const folder = path.replace(/\/[^/]*$/, "");
  if (!/^(\/|[a-z]:\/)/i.test(path) || systemTrees.test(folder) || folder === "" || emptyFolders.test(folder))
    return undefined;
  return destination.slice(0, folder.length);
}

/** Whether a text speaks of a folder, in either way to write its separators. */
export function mentionsFolder(text: string, folder: string): boolean {
  const plain = (path: string) => path.replace(/[\\/]+/g, "/").toLowerCase();
  return plain(text).includes(plain(folder));
}
