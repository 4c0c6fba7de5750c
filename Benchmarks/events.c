/* Parses each file to libyaml's events and nothing more: the least time that reading it can take. */
#include <stdio.h>
#include <yaml.h>

/* Counts a file's events; -1 when it is not YAML. */
static long count_events(FILE *file) {
  yaml_parser_t parser;
  yaml_event_t event;
  long count = 0;
  int is_over = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_file(&parser, file);
  while (!is_over && count >= 0) {
    if (!yaml_parser_parse(&parser, &event)) {
      count = -1;
    } else {
      is_over = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
      count++;
    }
  }
  yaml_parser_delete(&parser);
  return count;
}

int main(int argc, char **argv) {
  for (int index = 1; index < argc; index++) {
    FILE *file = fopen(argv[index], "rb");
    long count = file == NULL ? -1 : count_events(file);
    if (file != NULL) fclose(file);
    if (count < 0) {
      fprintf(stderr, "%s: cannot be read as YAML\n", argv[index]);
      return 1;
    }
    printf("%s: %ld events\n", argv[index], count);
  }
  return 0;
}
