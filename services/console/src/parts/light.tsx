import { type Light, LIGHT_WORDS } from '@app/domain';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';

/** Each light has a shape of its own, so that it is told without colour and on a printed page. */
const SHAPES: Readonly<Record<Light, { readonly tone: string; readonly shape: ReactNode }>> = {
  'very-late': {
    tone: 'late',
    shape: (
      <>
        <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
        <path d="M8 4v5M8 11v1.4" className="light-cut" />
      </>
    ),
  },
  late: {
    tone: 'late',
    shape: (
      <>
        <path d="M8 .5L15.5 8 8 15.5.5 8z" fill="currentColor" />
        <path d="M8 4.5v4M8 10.4v1.2" className="light-cut" />
      </>
    ),
  },
  near: {
    tone: 'near',
    shape: (
      <>
        <path d="M8 1l7.5 14H.5z" fill="currentColor" />
        <path d="M8 6v4M8 11.8V13" className="light-cut" />
      </>
    ),
  },
  'on-track': { tone: 'well', shape: <circle cx="8" cy="8" r="6.5" fill="currentColor" /> },
  paused: { tone: 'quiet', shape: <path d="M3.5 2h3v12h-3zM9.5 2h3v12h-3z" fill="currentColor" /> },
  'met-late': { tone: 'near', shape: <path d="M2 8.5l4 4 8-9M2 15h12" className="light-line" /> },
  'met-entered-late': { tone: 'well', shape: <path d="M2 7.5l4 4 8-9M2 15h12" className="light-line" /> },
  met: { tone: 'well', shape: <path d="M1.5 8.5l4.5 4.5 8.5-10" className="light-line" /> },
  void: { tone: 'quiet', shape: <path d="M3 8h10" className="light-line" /> },
};

/** A light by shape and word, colour only third. */
export function LightMark({ light }: { readonly light: Light }) {
  const say = useWords();
  const { tone, shape } = SHAPES[light];
  return (
    <span className={`light light-${tone}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {shape}
      </svg>
      {say(LIGHT_WORDS[light])}
    </span>
  );
}
