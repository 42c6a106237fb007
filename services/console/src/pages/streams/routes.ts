import { FileSearchOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { zoomSearch } from '../../parts/zooms';
import { STREAMS } from './streams.list';

export const streamsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/streams',
  validateSearch: searchOf(STREAMS),
  component: lazyRouteComponent(() => import('./streams'), 'Streams'),
});

export const streamRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/streams/$stream',
  validateSearch: zoomSearch,
  component: lazyRouteComponent(() => import('./stream'), 'StreamPage'),
});

export const streamsPage: Page = {
  to: '/streams',
  words: 'streams',
  icon: FileSearchOutlined,
  permission: 'readStreams',
};
