export { ExchangesModule } from './exchanges.module';
export { ExchangesService } from './exchanges.service';
export { DraftsService } from './drafts.service';
export { CloseExchange } from './moves/close-exchange';
export { ReplyMoves } from './moves/reply-moves';
export { SendExchange } from './moves/send-exchange';
