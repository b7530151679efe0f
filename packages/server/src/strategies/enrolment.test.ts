import { constantTimeEqual, hmacSha1, sha256 } from '../platform/hash.ts'
import { systemRandom } from '../platform/random.ts'
import { backupCode } from './backup-code/backup-code.ts'
import { describeEnrolment } from './testing/describe-enrolment.ts'
import { riddle } from './testing/riddle.ts'
import { fromBase32, passwordOf, stepAt } from './totp/one-time-password.ts'
import { totp } from './totp/totp.ts'

const NOW = 1_800_000_000_000
const app = totp({ now: () => NOW, random: systemRandom.bytes, hmacSha1, equal: constantTimeEqual })
/** What an app shows that was given the URI. */
const shown = (uri: string) => passwordOf(hmacSha1, fromBase32(new URL(uri).searchParams.get('secret')!)!, stepAt(NOW))

// Every strategy that is enrolled for adds its line; a riddle stands for one that tells the browser what to answer.
describeEnrolment({ name: 'riddle', enrolment: riddle().enrolment!, answer: () => ({ answer: 'ada' }) })
describeEnrolment({
  name: 'backup_code',
  enrolment: backupCode({ random: systemRandom.bytes, sha256, equal: constantTimeEqual }).enrolment!,
  answer: () => ({}),
})
describeEnrolment({ name: 'totp', enrolment: app.enrolment!, answer: (uri) => ({ code: shown(uri) }) })
