/*
 * Loaded before libc: puts the clock of a process off by as many seconds as a file says, and leaves alone what measures
 * periods. Tools that fake all of time also fake timed waits, and a JVM then spins or sleeps through them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define LOOK_NANOS 100000000LL

static int (*real_clock)(clockid_t, struct timespec *);
static const char *file;
static volatile long off;
static volatile long long looked;

__attribute__((constructor)) static void find(void)
{
    real_clock = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
    file = getenv("PARLOR_DRILL_CLOCK");
}

static void look(void)
{
    struct timespec now;
    char text[32];
    long long nanos;
    ssize_t length;
    int opened;

    real_clock(CLOCK_MONOTONIC, &now);
    nanos = now.tv_sec * 1000000000LL + now.tv_nsec;
    if (file == NULL || nanos - looked < LOOK_NANOS) {
        return;
    }
    looked = nanos;
    opened = open(file, O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        return;
    }
    length = read(opened, text, sizeof text - 1);
    close(opened);
    if (length > 0) {
        text[length] = 0;
        off = atol(text);
    }
}

int clock_gettime(clockid_t id, struct timespec *time)
{
    int result;

    if (real_clock == NULL) {
        find();
    }
    result = real_clock(id, time);
    if (result == 0 && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) {
        look();
        time->tv_sec += off;
    }
    return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone)
{
    struct timespec now;

    (void) zone;
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *out)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    if (out != NULL) {
        *out = now.tv_sec;
    }
    return now.tv_sec;
}
