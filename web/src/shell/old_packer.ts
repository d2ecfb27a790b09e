/** Packs and unpacks in browsers that have no streams for it (Safari before 16.4): fetched there alone, with the first packed link. */
export {deflateSync, inflateSync} from 'fflate';
