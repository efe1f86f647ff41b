// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/image_locator.h"
#include "core/formats/yolo_yaml.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace boxwright {

/// One image of a YOLO data set, or one label file whose image is not there.
struct YoloEntry
{
    QString source; ///< as the list spells it, else the path below the data set
    QString image;  ///< absolute; empty where it was not found
    QString labels; ///< absolute; empty where it has none
    Split split = Split::None;
};

/// Finds out how a folder holds a YOLO data set: by a description (data.yaml, obj.data), else by its folders. Labels
/// lie beside their images, or in the folder that is named "labels" (or "Annotations", "labelTxt") where the image's is
/// named "images". Nothing outside of the data set's folder and the image folder is looked at, whatever lists and
/// descriptions say. Belongs to one reading.
class YoloLayout
{
public:
    /// `tell` hears of problems: (kind, text).
    using Tell = std::function<void(const QString &, const QString &)>;

    /// Fails where there is nothing of YOLO's. `imageFolder` may be empty.
    static Result<YoloLayout> find(const QString &from, const QString &imageFolder, const Tell &tell);
    /// Whether the folder or file has a description or a list of names.
    static bool recognizes(const QString &from);

    [[nodiscard]] const QStringList &names() const { return m_config.names; }
    [[nodiscard]] bool hasPoints() const { return m_config.hasPoints; }
    [[nodiscard]] const std::vector<YoloEntry> &entries() const { return m_entries; }

private:
    YoloLayout(const QString &root, const QString &imageFolder);

    Result<> readConfig(const QString &from);
    void readNames(const QString &path);
    void listFiles();
    void addPart(Split split, const QString &path, const Tell &tell);
    void addList(Split split, const QString &file);
    void addBelow(Split split, const QString &folder);
    void addEverything();
    void add(YoloEntry entry);
    [[nodiscard]] bool isThere(const QString &path) const;
    [[nodiscard]] QString folderOf(const QString &spelling) const;
    [[nodiscard]] QString labelsOf(const QString &image) const;

    QString m_root;        ///< absolute
    QString m_imageFolder; ///< absolute; the root where none was chosen
    YoloConfig m_config;
    ImageLocator m_locator;
    QStringList m_images;
    QHash<QString, QString> m_labels; ///< path below the root without ending, lower case -> absolute path
    QStringList m_labelFiles;
    QSet<QString> m_taken; ///< images and label files that have an entry
    std::vector<YoloEntry> m_entries;
};

} // namespace boxwright
