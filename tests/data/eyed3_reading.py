"""Prints what eyeD3 reads in an MP3. It is GPL: a program of its own, which nothing here imports."""

import json
import sys

import eyed3

audio = eyed3.load(sys.argv[1])
chapters = [[*chapter.times, chapter.title] for chapter in audio.tag.chapters]
contents = [name.decode() for table in audio.tag.table_of_contents for name in table.child_ids]
order = {chapter.element_id.decode(): at for at, chapter in enumerate(audio.tag.chapters)}
told = {"duration_s": audio.info.time_secs, "chapters": [chapters[order[name]] for name in contents]}
json.dump(told, sys.stdout)
