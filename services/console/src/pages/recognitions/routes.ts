import { TrophyOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

export const recognitionsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/recognitions',
  component: lazyRouteComponent(() => import('./recognitions'), 'Recognitions'),
});

export const recognitionsPage: Page = {
  to: '/recognitions',
  words: 'recognitions',
  icon: TrophyOutlined,
  permission: 'readRecognitions',
};
