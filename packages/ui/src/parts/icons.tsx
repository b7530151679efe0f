import type { ReactNode } from 'react'

/** A drawing of lines in a box of 20 by 20; decoration, so nobody is read it aloud. */
function icon(lines: ReactNode) {
  return () => (
    <svg className="lk-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {lines}
    </svg>
  )
}

export const Mail = /* @__PURE__ */ icon(<path d="M2.75 5.75h14.5v9.5H2.75zM3 6l7 5.25L17 6" />)
export const Pencil = /* @__PURE__ */ icon(<path d="m3.5 16.5.6-3.1L13.3 4.2l2.5 2.5-9.2 9.2zM11.6 5.9l2.5 2.5" />)
export const Arrow = /* @__PURE__ */ icon(<path d="M4 10h11.5M11 5.5l4.5 4.5-4.5 4.5" />)
export const Check = /* @__PURE__ */ icon(<path d="m4.5 10.5 3.75 3.75L15.5 6.5" pathLength={1} />)
export const Warning = /* @__PURE__ */ icon(<path d="M10 6.25v4.5M10 13.6v.01M10 2.75l7.5 13.5h-15z" />)
export const Clock = /* @__PURE__ */ icon(<path d="M10 2.75a7.25 7.25 0 1 1-.01 0M10 6v4.25l2.75 1.75" />)
export const Lock = /* @__PURE__ */ icon(<path d="M4.75 9h10.5v7.25H4.75zM7 9V6.5a3 3 0 0 1 6 0V9" />)
export const Key = /* @__PURE__ */ icon(<path d="M7 9.75a3.5 3.5 0 1 1-.01 0M9.5 9l6.75 6.75M14 13.5l1.75-1.75" />)
export const Person = /* @__PURE__ */ icon(<path d="M10 3.25a3.25 3.25 0 1 1-.01 0M3.75 16.75c.6-3 3-4.75 6.25-4.75s5.65 1.75 6.25 4.75" />)
export const Leave = /* @__PURE__ */ icon(<path d="M8 3.75H4.25v12.5H8M8.5 10h8M13.25 6.5 16.5 10l-3.25 3.5" />)
export const Gear = /* @__PURE__ */ icon(
  <path d="M3 6.25h7.5M14.5 6.25H17M3 13.75h2.5M9.5 13.75H17M12.5 4.25a2 2 0 1 1-.01 0M7.5 11.75a2 2 0 1 1-.01 0" />,
)
export const Digits = /* @__PURE__ */ icon(<path d="M3.25 4.75h13.5v10.5H3.25zM6.75 10v.01M10 10v.01M13.25 10v.01" />)
export const Link = /* @__PURE__ */ icon(
  <path d="M8.5 11.5l3-3M9.25 6.25l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M10.75 13.75l-2 2a3.2 3.2 0 0 1-4.5-4.5l2-2" />,
)
export const Cross = /* @__PURE__ */ icon(<path d="m5 5 10 10M15 5 5 15" />)
export const Plus = /* @__PURE__ */ icon(<path d="M10 4v12M4 10h12" />)
export const Laptop = /* @__PURE__ */ icon(<path d="M4.25 4.25h11.5V13H4.25zM2 16h16" />)
export const Phone = /* @__PURE__ */ icon(<path d="M6 2.75h8v14.5H6zM9.25 14.75h1.5" />)
