import type { AttemptKind } from '../../domain/attempt.ts'
import { identificationCourse } from '../me/identification-course.ts'
import { signInCourse } from '../sign-in/sign-in-course.ts'
import { signUpCourse } from '../sign-up/sign-up-course.ts'
import type { Course } from './course.ts'

/** Every course, by the kind of attempt it is for. */
export const COURSES: { readonly [Kind in AttemptKind]: Course<Kind> } = {
  sign_in: signInCourse,
  sign_up: signUpCourse,
  identification: identificationCourse,
}
