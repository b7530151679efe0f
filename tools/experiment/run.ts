import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ADDITIONS } from './additions.ts'
import { type Copy, copyOf } from './copy.ts'
import { compile } from './named-files.ts'

// What does it cost to add a way in? Names one in the tables, and reads what the compiler says is left to do; then does it, and signs in.
const root = join(import.meta.dirname, '../..')
/** Words apart: what is said of a thing has to be said. */
const most = 10
const isWords = (file: string) => /-words\.ts$/.test(file)
let failed = false

for (const { name, names, filled } of ADDITIONS) {
  const { files } = inCopy((copy) => {
    copy.insert(names)
    return compile(root, copy.path)
  })
  const touched = new Set(filled.map(({ file }) => file))
  const unnamed = [...touched].filter((file) => !files.includes(file))
  const untouched = files.filter((file) => !touched.has(file))
  console.log(`${name}: the compiler names ${files.length} files`)
  for (const file of files) console.log(`  ${file}`)
  for (const file of unnamed) console.log(`  needs work, and is not named: ${file}`)
  for (const file of untouched) console.log(`  is named, and is not filled in: ${file}`)
  const counted = files.filter((file) => !isWords(file))
  failed ||= counted.length === 0 || counted.length > most || unnamed.length > 0 || untouched.length > 0
}

const holds = inCopy((copy) => {
  for (const { names, filled } of ADDITIONS) copy.insert([...names, ...filled])
  copy.lay(join(import.meta.dirname, 'overlay'))
  const { files, output } = compile(root, copy.path)
  if (files.length > 0) console.log(output)
  const parameters = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'packages/server/src/http/experiment.test.ts']
  const { status } = spawnSync(process.execPath, parameters, { cwd: copy.path, stdio: 'inherit' })
  return files.length === 0 && status === 0
})
process.exitCode = failed || !holds ? 1 : 0

function inCopy<Result>(work: (copy: Copy) => Result): Result {
  const copy = copyOf(root)
  try {
    return work(copy)
  } finally {
    copy.remove()
  }
}
