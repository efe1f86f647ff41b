// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/image_record.h"

#include <QMap>
#include <QStringList>

namespace boxwright {

/// What a data set description of YOLO says: Ultralytics' data.yaml or Darknet's obj.data. Paths are as spelled.
struct YoloConfig
{
    QString path; ///< folder that the other paths start from; empty: the description's own
    QMap<Split, QStringList> parts;
    QStringList names;      ///< by class index; gaps are empty
    QString namesFile;      ///< of obj.data
    bool hasPoints = false; ///< "kpt_shape": key points follow each box
};

/// The part of YAML that such files use: keys at the margin, values on their line, lists and maps in brackets or
/// indented. Fails where a line is none of these.
Result<YoloConfig> parseYoloYaml(const QByteArray &text);

/// "key = value" lines.
YoloConfig parseYoloData(const QByteArray &text);

} // namespace boxwright
