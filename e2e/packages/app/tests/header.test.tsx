import { LatchkeyTestProvider } from '@latchkey/nextjs/testing'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Header } from '../header'

afterEach(cleanup)

test('somebody is signed in from the first render, and signs out', async () => {
  const visited: string[] = []
  const { container } = render(
    <LatchkeyTestProvider user={{ firstName: 'Grace', lastName: 'Hopper' }} onNavigate={(to) => visited.push(to)}>
      <Header />
    </LatchkeyTestProvider>,
  )
  expect(container.textContent).toContain('Hello Grace')
  expect(container.textContent).not.toContain('Nobody')
  fireEvent.click(screen.getByRole('button', { name: /account menu/i }))
  fireEvent.click(await screen.findByText('Sign out'))
  await screen.findByText('Nobody')
  expect(visited).toEqual(['/'])
})

test('nobody is signed in', () => {
  const { container } = render(
    <LatchkeyTestProvider user={null}>
      <Header />
    </LatchkeyTestProvider>,
  )
  expect(container.textContent).toBe('Nobody')
})
