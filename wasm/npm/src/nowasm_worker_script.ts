/** What runs in the worker where WebAssembly is forbidden: the engine as JavaScript. */
import {answer_calls} from './answering';
import {start_text} from './start';

answer_calls(start_text());
