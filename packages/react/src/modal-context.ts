'use client'
import { createContext } from 'react'
import type { ReturnProps } from './navigation/return-to.ts'

/** What can be opened over a page. */
export type Modal = 'sign-in' | 'sign-up' | 'user-profile'

/** Opens it, and comes back to the page when it is closed. */
export type OpenModal = (modal: Modal, options: ReturnProps) => void

/** Given by whoever can draw one. `null`: buttons then go to the page instead. */
export const ModalContext = createContext<OpenModal | null>(null)
