import { describeEnrolment } from './testing/describe-enrolment.ts'
import { riddle } from './testing/riddle.ts'

// Every strategy that is enrolled for adds its line; there is none yet, so a riddle stands in.
describeEnrolment({ name: 'riddle', enrolment: riddle().enrolment!, answer: () => ({ answer: 'ada' }) })
