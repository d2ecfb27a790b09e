/** What runs in the worker: the engine with its WebAssembly inside. */
import {answer_calls} from './answering';
import {instantiate_inside} from './inside';
import {start_text} from './start';

answer_calls(start_text(instantiate_inside));
