/** Whether React has taken an element over; runs on the page. */
export function isTakenOver(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith('__reactProps'))
}
