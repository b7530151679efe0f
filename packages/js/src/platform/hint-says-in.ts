/** Does the page's hint say that somebody is signed in? @param name as over http; over https `__Host-` stands in front */
export function hintSaysIn(name: string): boolean {
  const own = location.protocol === 'https:' ? name.replace('__', '__Host-') : name
  return document.cookie.split('; ').includes(`${own}=in`)
}
