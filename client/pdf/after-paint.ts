/** Once the next picture of the screen has gone out. */
export function afterPaint(work: () => unknown): void {
  requestAnimationFrame(() => setTimeout(work, 0))
}
