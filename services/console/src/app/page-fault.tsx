import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from '../parts/problem-notice';

/** A page that could not be drawn. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  return (
    <div className="page">
      <ProblemNotice error={error} onRetry={reset} />
    </div>
  );
}
