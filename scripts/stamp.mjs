// Run by npm after it changed node_modules, so that the next start does not install once more.
import { stampInstallation } from './install.mjs'

stampInstallation()
