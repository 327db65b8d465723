import { Component, type ReactNode } from 'react'
import { errorCode } from './error-code.ts'
import { ErrorState } from './error-state.tsx'

type ErrorBoundaryProps = { children: ReactNode; onError?: (error: unknown, code: string) => void }

/** A screen that breaks says so in its place; the frame and what is saved stay. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { code: string | null }> {
  override state: { code: string | null } = { code: null }

  static getDerivedStateFromError(error: unknown) {
    return { code: errorCode(error) }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError?.(error, errorCode(error))
  }

  override render() {
    const { code } = this.state
    if (code === null) return this.props.children
    return <ErrorState code={code} onRetry={() => this.setState({ code: null })} />
  }
}
