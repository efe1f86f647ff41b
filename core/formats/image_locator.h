// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace boxwright {

/// Finds the local file that an annotation means by "a/b.jpg", "C:\data\b.jpg", "s3://bucket/a/b.jpg" or an address
/// with percent signs. Only files below the image folder (or, where none is given, below the annotations' folder) are
/// ever found, whatever the annotation says: the spelling is matched against a listing of that folder, never opened.
/// Belongs to one reading.
class ImageLocator
{
public:
    /// `address` ("s3://bucket/folder") stands for the folder: what begins with it lies exactly where the rest says.
    ImageLocator(const QString &annotationFolder, const QString &imageFolder, const QString &address = {});

    /// Absolute path of the image whose end agrees with most parts of the spelling (at least its file name; letter case
    /// aside); empty where there is none, or where two agree equally well.
    [[nodiscard]] QString locate(const QString &spelling) const;
    /// The same for a spelling without the file name's ending ("a/b").
    [[nodiscard]] QString locateStem(const QString &spelling) const;

private:
    struct Found
    {
        qsizetype rank = 0; ///< rises with the agreeing parts at the end
        QString path;
        bool isAmbiguous = false;
    };
    [[nodiscard]] QString findExactly(const QString &below) const;
    [[nodiscard]] QString find(const QHash<QString, QList<qsizetype>> &places, const QString &spelling) const;
    [[nodiscard]] Found best(const QList<qsizetype> &candidates, const QStringList &parts) const;

    QStringList m_paths;
    QHash<QString, QList<qsizetype>> m_byName; ///< lower-case file name -> places in m_paths
    QHash<QString, QList<qsizetype>> m_byStem; ///< lower-case file name without ending
    qsizetype m_rootLength = 0;
    QString m_address; ///< with '/' at its end; empty for none
};

} // namespace boxwright
