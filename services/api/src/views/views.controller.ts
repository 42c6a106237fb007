import { Body, Controller, Delete, Get, Headers, Post, Put, Query } from '@nestjs/common';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import type { Speaker } from '../edge/speaker';
import {
  type ChangeView,
  changeViewDto,
  type SaveView,
  saveViewDto,
  viewDeletedDto,
  viewDto,
  viewPageDto,
  type ViewsQuery,
  viewsQueryDto,
} from './views.dto';
import { Views } from './views.service';

/** 视图: how a person or an office looks at a list. It holds no line: who opens it reads the list as himself. */
@Controller('views')
export class ViewsController {
  constructor(private readonly views: Views) {}

  @Get()
  @Read('readViews', viewPageDto)
  list(@Query({ schema: viewsQueryDto }) query: ViewsQuery, @Speaking() speaker: Speaker) {
    return this.views.list(speaker, query);
  }

  @Get(':id')
  @Read('readViews', viewDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.views.read(speaker, id);
  }

  @Post()
  @Command('saveView', viewDto, 201)
  save(@Body({ schema: saveViewDto }) body: SaveView, @Speaking() speaker: Speaker) {
    return this.views.save(speaker, body);
  }

  @Put(':id')
  @Command('changeView', viewDto)
  change(
    @Id() id: string,
    @Body({ schema: changeViewDto }) body: ChangeView,
    @Headers('if-match') ifMatch: string | undefined,
    @Speaking() speaker: Speaker,
  ) {
    return this.views.change(speaker, id, { body, ifMatch });
  }

  @Delete(':id')
  @Command('deleteView', viewDeletedDto)
  delete(@Id() id: string, @Headers('if-match') ifMatch: string | undefined, @Speaking() speaker: Speaker) {
    return this.views.delete(speaker, id, ifMatch);
  }
}
