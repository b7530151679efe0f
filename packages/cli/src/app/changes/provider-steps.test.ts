import { expect, test } from 'vitest'
import { wrapElement } from './provider-steps.ts'

const wrap = (text: string) => wrapElement(text, { inside: 'body', wrapper: 'Provider', from: '@acme/auth' })

test('in the style of the file: quotes, semicolons, indentation', () => {
  const before = `import type { Metadata } from "next";
import "./globals.css";

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <body
        className={\`\${sans.variable} \${mono.variable} antialiased\`}
      >
        {children}
      </body>
    </html>
  );
}
`
  expect(wrap(before)).toBe(`import type { Metadata } from "next";
import "./globals.css";
import { Provider } from "@acme/auth";

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <Provider>
        <body
          className={\`\${sans.variable} \${mono.variable} antialiased\`}
        >
          {children}
        </body>
      </Provider>
    </html>
  );
}
`)
})

test.each([
  [
    'JavaScript on one line',
    `export default function Layout({ children }) { return <html><body>{children}</body></html> }\n`,
    `import { Provider } from '@acme/auth'\n\nexport default function Layout({ children }) { return ` +
      '<html><Provider><body>{children}</body></Provider></html> }\n',
  ],
  [
    'tabs',
    `import a from 'a'\nexport default () => (\n\t<html>\n\t\t<body>\n\t\t\tx\n\t\t</body>\n\t</html>\n)`,
    `import a from 'a'\nimport { Provider } from '@acme/auth'\nexport default () => (\n\t<html>\n\t\t<Provider>\n` +
      '\t\t\t<body>\n\t\t\t\tx\n\t\t\t</body>\n\t\t</Provider>\n\t</html>\n)',
  ],
  [
    'a directive and no import',
    `'use client'\n\nexport default () => <body />\n`,
    `'use client'\n\nimport { Provider } from '@acme/auth'\n\nexport default () => <Provider><body /></Provider>\n`,
  ],
  [
    'a text that only looks like the end of the body',
    `export default () => (\n  <html>\n    <body title="</body>">{/* </body> */ \`a\n  b\`}</body>\n  </html>\n)`,
    `import { Provider } from '@acme/auth'\n\nexport default () => (\n  <html>\n    <Provider>\n` +
      `      <body title="</body>">{/* </body> */ \`a\n  b\`}</body>\n    </Provider>\n  </html>\n)`,
  ],
])('%s', (_, before, after) => {
  expect(wrap(before)).toBe(after)
})

test.each([
  ['no such element', `export default () => <main />`],
  ['two of them', `export default () => (a ? <body>1</body> : <body>2</body>)`],
  ['one in a comment', `// <body></body>\nexport default () => null`],
  ['a file that is not readable', `export default () => <body>`],
])('is left to its author: %s', (_, text) => {
  expect(wrap(text)).toBeNull()
})
