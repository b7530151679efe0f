/** Ways to spell the paths of private pages, as bytes on the line. */
export const SPELLINGS: readonly string[] = [
  '/main', '/orders/1', '/legacy/1', '/files/a', '/api/x/1', '/old/1', '/r/1', '/anything',
  // Ends like a file's.
  ...['png', 'css', 'js', 'json', 'html', 'txt', 'xml', 'ico', 'svg', 'pdf', 'zip', 'webmanifest', 'map', 'woff2', 'a1'].map((end) => `/orders/1.${end}`),
  '/legacy/1.txt', '/legacy/1.png', '/files/a/x.css', '/files/x.js', '/files/favicon.ico', '/api/x/1.png', '/api/x/a.json', '/old/1.png', '/old/1.txt', '/r/1.png', '/r/a.css', '/x.png', '/a/b.css', '/favicon.ico',
  '/orders/logo.png', '/x/logo.png', '/LOGO.png', '/logo.png/x', '/orders/.png', '/orders/1.png.x', '/orders/a.b.c',
  // Encoded once and twice.
  '/%6dain', '/m%61in', '/main%2f', '/%2fmain', '/orders%2f1.png', '/orders/%31.png', '/orders/1%2epng', '/orders/1%252epng', '/orders/1.p%6eg', '/orders/..%2fmain', '/orders/%2e%2e/main', '/legacy/1%2etxt',
  '/logo.png%2f..%2fmain', '/logo.png/..%2fmain', '/files/a%2fx.css', '/api/x/1%2epng', '/orders/1.png%00', '/orders/1.png%20', '/orders/1.png%3f', '/orders/1.png%23', '/%', '/orders/%zz.png', '/orders/%ff.png',
  // Dots, slashes, case.
  '//main', '/main//', '/main/', '/./main', '/x/../main', '/logo.png/../main', '/orders//1.png', '/orders/1.png/', '/\\main', '/orders\\1.png', '\\main', '/main;x', '/main;.png', '/MAIN', '/Orders/1.png', '/main.', '/main/.',
  // What the router asks for.
  '/main?_rsc=1', '/main.rsc', '/orders/1.rsc', '/orders/1.png.rsc', '/legacy/1.txt.rsc', '/main.segments/_tree.segment.rsc', '/main.segments/main/__PAGE__.segment.rsc', '/legacy/1.txt.segments/_tree.segment.rsc',
  '/legacy/1.png.segments/_full.segment.rsc', '/orders/1.png.segments/_index.segment.rsc', '/_next/data/BUILD/old/1.json', '/_next/data/BUILD/old/1.png.json', '/_next/data/BUILD/old/1.txt.json', '/_next/data/other/old/1.png.json',
  '/_next/data/BUILD/main.json', '/_next/data/BUILD/legacy/1.txt.json', '/_next/data/BUILD/orders/1.png', '/_next/data/BUILD/../main',
  // Below the folder of Next itself.
  '/_next/main', '/_next/x.png', '/_next/static/../../main', '/_next/static/..%2f..%2fmain', '/_next/static/x.png', '/_next/static/%2e%2e/%2e%2e/main', '/_next/staticx/a.png', '/_next/image', '/__nextjs/x.png',
  '/_next/image?url=%2Forders%2F1.png&w=64&q=75', '/_next/image?url=%2Ffiles%2Fx.png&w=64&q=75', '/_next/image?url=/legacy/1.png&w=64&q=75',
  // Queries and whole addresses.
  '/main?x=.png', '/main?/logo.png', '/orders/1.png?_rsc=1', '/?nxtPslug=main', '/logo.png?nxtPid=1', 'http://localhost/main', 'http://localhost/orders/1.png',
]
