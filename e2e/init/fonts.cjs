// What Google's server would say of the fonts that create-next-app's layout asks for, which cannot be reached here: Next.js takes this
// file's word for it (NEXT_FONT_GOOGLE_MOCKED_RESPONSES), as its own tests do.
const face = (family) => `@font-face { font-family: '${family}'; font-style: normal; font-weight: 100 900; src: local('Arial'); }`

module.exports = {
  'https://fonts.googleapis.com/css2?family=Geist:wght@100..900&display=swap': face('Geist'),
  'https://fonts.googleapis.com/css2?family=Geist+Mono:wght@100..900&display=swap': face('Geist Mono'),
}
