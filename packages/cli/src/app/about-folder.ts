/** A command about the app's folder, as the folder was named on the command line; without a name it is the one where one is. */
export function aboutFolder(command: string, folder: string | undefined): string {
  if (folder === undefined) return command
  return `${command} ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`}`
}
