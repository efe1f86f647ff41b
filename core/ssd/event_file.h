// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <initializer_list>

namespace boxwright::ssd {

/// A curve's value at a step.
struct ScalarEvent
{
    const char *tag;
    double value;
};

/// Writes scalars as TensorBoard reads them: an event file, TFRecord framing around tensorflow.Event messages. Each
/// event is on the disk's way at once, so that a killed run keeps its curves. Used on the trainer's thread.
class EventFile
{
public:
    /// A new file in `folder`, named after the time as TensorBoard expects; several files of a folder are one curve.
    Result<> open(const QString &folder);

    void add(qint64 step, std::initializer_list<ScalarEvent> scalars);

private:
    void write(const QByteArray &event);

    QFile m_file;
};

/// One tensorflow.Event with scalars (event.proto: wall_time 1, step 2, summary 5; summary.proto: value 1, tag 1,
/// simple_value 2).
QByteArray scalarsEvent(double wallTime, qint64 step, std::initializer_list<ScalarEvent> scalars);

/// A record of a TFRecord file: length, its masked check sum, data, their masked check sum.
QByteArray tfRecord(const QByteArray &data);

} // namespace boxwright::ssd
