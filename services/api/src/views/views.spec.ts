import 'reflect-metadata';
import { z } from 'zod';
import { VIEW_LIST_NAMES, VIEW_LISTS } from '@app/domain';
import { CONTROLLERS } from '../app.module';
import { routesOf } from '../edge/routes';

const ROUTES = routesOf(CONTROLLERS);

it.each(VIEW_LIST_NAMES)('a view of %s names only what its route takes, and every order of it', (list) => {
  const query = ROUTES.find(({ method, path }) => method === 'get' && path === `/${list}`)?.query;
  if (!(query instanceof z.ZodObject)) throw new Error(`no list ${list}`);
  const { sort, ...parameters } = query.shape as Record<string, z.ZodType>;
  const { filters, orders } = VIEW_LISTS[list];
  expect(Object.keys(parameters)).toEqual(expect.arrayContaining([...filters]));
  const taken = sort instanceof z.ZodDefault ? sort.unwrap() : sort;
  expect(taken instanceof z.ZodEnum ? taken.options : []).toEqual(orders);
});
