import { ReadOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

export const programmeRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/programme',
  component: lazyRouteComponent(() => import('./programme'), 'ProgrammePage'),
});

export const programmePage: Page = {
  to: '/programme',
  words: 'programmes',
  icon: ReadOutlined,
  permission: 'readProgramme',
};
