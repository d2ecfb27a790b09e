/** All below the answer and the calendar, and the doors to more: a script of its own, fetched once the first result is shown. */
export {take_drops} from '../drop';
export {background_styles} from '../styles/background';
export {about} from './about';
export {as_rate} from './as_rate';
export {what_old_sources_mean} from './old_sources_mean';
export {faults} from './opener';
export {profile_step} from './profile_opener';
export {drawer, told} from './told';
export {page_views} from './views';
