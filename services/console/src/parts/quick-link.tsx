import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { keepCampaign } from '../app/keep-campaign';

interface QuickLinkProps {
  readonly to: string;
  /** What the address says besides; the campaign is kept. */
  readonly search?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/**
 * A link for lines by the thousand: the router's own listens to each change of the address, and a list that is scrolled draws
 * hundreds of them a second. It leads where that leads, in a new tab as well.
 */
export function QuickLink({ to, search = {}, children }: QuickLinkProps) {
  const router = useRouter();
  const asked = { ...keepCampaign(router.state.location.search), ...search };
  const go = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate({ to, search: asked });
  };
  return (
    <a href={router.history.createHref(`${to}${router.options.stringifySearch(asked)}`)} onClick={go}>
      {children}
    </a>
  );
}
