import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../problem';
import { noteSessionEnd } from './session';

const onError = (error: Error) => {
  if (error instanceof Problem && error.isSessionEnd) noteSessionEnd();
};

/**
 * All server state; the client has repeated already what can be repeated. Whether there is a network is for the API to
 * show: a browser that has no way to the internet may well have one to it.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { retry: false, staleTime: 5000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
