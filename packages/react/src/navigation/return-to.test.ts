import { expect, test } from 'vitest'
import { oneName, returnTo, withReturn } from './return-to.ts'

test.each([
  ['/sign-in', '/main', '/sign-in?redirect_url=%2Fmain'],
  ['/sign-in?a=b', '/main?x=1&y#z', '/sign-in?a=b&redirect_url=%2Fmain%3Fx%3D1%26y%23z'],
  ['/sign-in#/start', '/', '/sign-in?redirect_url=%2F#/start'],
  ['/sign-in?a#b?c', '/', '/sign-in?a&redirect_url=%2F#b?c'],
  ['https://auth.example/in', 'https://app.example/x', 'https://auth.example/in?redirect_url=https%3A%2F%2Fapp.example%2Fx'],
  ['/sign-in?redirect_url=%2Felse', '/main', '/sign-in?redirect_url=%2Felse'],
  ['/sign-in?a=1&redirect_url=%2Felse#x', '/main', '/sign-in?a=1&redirect_url=%2Felse#x'],
  ['/sign-in?my_redirect_url=1', '/', '/sign-in?my_redirect_url=1&redirect_url=%2F'],
])('%s with a way back to %s', (to, back, url) => {
  expect(withReturn(to, back)).toBe(url)
})

const page = new URL('https://app.example/shop?x=1#y')

test.each([
  [{}, '/sign-in', '/shop?x=1#y'],
  [{}, 'sign-in', '/shop?x=1#y'],
  [{}, 'https://auth.example/sign-in', 'https://app.example/shop?x=1#y'],
  [{}, '//auth.example/sign-in', 'https://app.example/shop?x=1#y'],
  [{ fallbackRedirectUrl: '/main' }, '/sign-in', '/main'],
  [{ forceRedirectUrl: '/force', fallbackRedirectUrl: '/main' }, '/sign-in', '/force'],
  [{ forceRedirectUrl: '/force' }, 'https://auth.example/', '/force'],
])('with %o, %s leads back to %s', (props, to, back) => {
  expect(returnTo(props, to, page)).toBe(back)
})

test.each([
  [{ afterSignInUrl: '/in', afterSignUpUrl: '/up' }, false, '/in'],
  [{ afterSignInUrl: '/in', afterSignUpUrl: '/up' }, true, '/up'],
  [{ redirectUrl: '/to', afterSignInUrl: '/in' }, false, '/to'],
  [{ fallbackRedirectUrl: '/back', redirectUrl: '/to' }, true, '/back'],
  [{ forceRedirectUrl: '/force', redirectUrl: '/to' }, true, '/force'],
  [{ afterSignUpUrl: '/up' }, false, '/shop?x=1#y'],
])('older names mean the same: %o (signing up: %s) leads back to %s', (props, up, back) => {
  expect(returnTo(oneName(props, up), '/sign-in', page)).toBe(back)
})
