"""Prints what eyeD3 reads in a tag. It is GPL: a program of its own, which nothing here imports."""

import json
import sys

import eyed3

tag = eyed3.load(sys.argv[1]).tag
told = {
    "title": tag.title,
    "album": tag.album,
    "artist": tag.artist,
    "chapters": [chapter.title for chapter in tag.chapters],
    "contents": [name.decode() for table in tag.table_of_contents for name in table.child_ids],
    "pictures": [image.picture_type for image in tag.images],
    "records": [record.owner_id.decode() for record in tag.privates],
}
json.dump(told, sys.stdout)
