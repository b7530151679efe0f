import { dirname, join } from 'node:path'
import { createVitest, type TestSpecification, type Vite } from 'vitest/node'
import { importersOf } from './importers.ts'

/** A source with a fault in it, and the file in whose place it is run. */
export interface Fault {
  readonly file: string
  readonly text: string
}

/**
 * The faults that no test sees. Each is a version of the modules of its own (`sign-in.ts?fault=3`), served from memory, so that all
 * of them run in one Vitest and nothing on the disk changes. The test beside the file goes first, because it knows most, then those of its
 * folder; the others are asked about what these have not seen.
 * @param tests globs of the test files that judge, seen from the root
 * @throws when a test fails without any fault
 */
export async function findSurvivors<F extends Fault>(root: string, tests: readonly string[], faults: readonly F[]): Promise<readonly F[]> {
  let importers = importersOf([])
  const vitest = await createVitest(
    {
      root,
      config: false,
      watch: false,
      include: [...tests],
      setupFiles: [join(import.meta.dirname, 'first-failure.ts')],
      pool: 'threads',
      isolate: false,
      // It goes by what is on the disk, where there is no fault; and what it keeps, other runs would find.
      fsModuleCache: false,
      reporters: [{}],
    },
    { plugins: [versions(faults, (file) => importers(file))] },
  )
  try {
    const files = (await vitest.globTestSpecifications()).map(({ moduleId }) => moduleId)
    importers = importersOf(files)
    const specify = (moduleId: string) => vitest.getRootProject().createSpecification(moduleId)

    async function failing(specifications: readonly TestSpecification[]): Promise<ReadonlySet<string>> {
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...specifications])
      if (unhandledErrors.length > 0) throw new AggregateError(unhandledErrors, 'A test run broke.')
      // Vitest tells of earlier runs too.
      const asked = new Set(specifications.map(({ moduleId }) => moduleId))
      return new Set(testModules.filter((module) => asked.has(module.moduleId) && !module.ok()).map(({ moduleId }) => moduleId))
    }
    async function survivors(of: readonly F[], judges: (fault: F) => readonly string[]): Promise<readonly F[]> {
      const trials = (fault: F) => judges(fault).map((file) => `${file}?fault=${faults.indexOf(fault)}`)
      const failed = await failing(of.flatMap(trials).map(specify))
      return of.filter((fault) => !trials(fault).some((trial) => failed.has(trial)))
    }

    const [broken] = await failing(files.map(specify))
    if (broken !== undefined) throw new Error(`${broken} fails without any fault.`)
    // 0 beside the file, 1 in its folder, 2 elsewhere.
    const distance = (fault: F, file: string) =>
      file === fault.file.replace(/\.ts$/, '.test.ts') ? 0 : dirname(file) === dirname(fault.file) ? 1 : 2
    let hidden = faults
    for (const step of [0, 1, 2]) {
      const judges = (fault: F) => files.filter((file) => importers(fault.file).has(file) && distance(fault, file) === step)
      hidden = await survivors(hidden, judges)
    }
    return hidden
  } finally {
    await vitest.close()
  }
}

/** Whatever a version of a module imports by a relative path is of the same version, as far as it reaches the fault. */
function versions(faults: readonly Fault[], importers: (file: string) => ReadonlySet<string>): Vite.Plugin {
  return {
    name: 'versions',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [path, version] = importer?.split('?fault=') ?? []
      if (version === undefined || !source.startsWith('.')) return null
      const resolved = await this.resolve(source, path, { skipSelf: true })
      const fault = faults[Number(version)]
      return resolved && fault && importers(fault.file).has(resolved.id) ? `${resolved.id}?fault=${version}` : resolved
    },
    load(id) {
      const [path, version] = id.split('?fault=')
      const fault = faults[Number(version)]
      return fault !== undefined && fault.file === path ? fault.text : null
    },
  }
}
