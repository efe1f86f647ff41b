// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_list.h"

#include "ui/panels/row_painting.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kMargin = 16;
constexpr int kHeight = 52;
constexpr double kDot = 8;

bool isSameFolder(const QString &a, const QString &b)
{
    return !a.isEmpty() && QDir::cleanPath(a) == QDir::cleanPath(b);
}

} // namespace

void ModelListModel::setEntries(const QList<ModelEntry> &entries, const QString &inUse)
{
    beginResetModel();
    m_entries = entries;
    m_inUse = inUse;
    endResetModel();
}

int ModelListModel::rowOf(const QString &folder) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&folder](const ModelEntry &entry) {
        return isSameFolder(entry.run.model, folder);
    });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const ModelEntry &entry = m_entries[index.row()];
    const bool isInUse = isSameFolder(entry.run.model, m_inUse);
    switch (role) {
    case Qt::DisplayRole:
        return entry.run.name;
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(entry.run.model);
    case Qt::AccessibleDescriptionRole:
        return isInUse ? tr("makes the suggestions") : QString();
    case FactsRole: {
        if (entry.isBeingRead())
            return tr("is being opened...");
        if (!entry.problem.isEmpty())
            return tr("cannot be read");
        QStringList facts;
        if (!entry.run.baseNetwork.isEmpty())
            facts << entry.run.baseNetwork;
        if (entry.run.bestMap >= 0)
            facts << tr("mAP %1").arg(QLocale().toString(entry.run.bestMap, 'f', 2));
        if (entry.isOpened)
            facts << (entry.isOfTheCloud() ? tr("from the cloud") : tr("opened"));
        if (entry.info && !entry.info->isTrainable)
            facts << tr("detection only");
        return facts.join(QStringLiteral(" · "));
    }
    case IsInUseRole:
        return isInUse;
    default:
        return {};
    }
}

void ModelListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    painter->save();
    paintRowBackground(*painter, option, tokens);
    const QRect row = option.rect;
    const bool isInUse = index.data(ModelListModel::IsInUseRole).toBool();
    const int width = row.width() - 2 * kMargin - (isInUse ? 20 : 0);
    painter->setFont(themeFont(13, true));
    painter->setPen(tokens.text);
    painter->drawText(QRect(row.left() + kMargin, row.top() + 7, width, 19), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, width));
    painter->setFont(themeFont(12));
    painter->setPen(option.state.testFlag(QStyle::State_Selected) ? tokens.text : tokens.dim);
    painter->drawText(
        QRect(row.left() + kMargin, row.top() + 26, width, 18), Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(ModelListModel::FactsRole).toString(), Qt::ElideRight, width));
    if (isInUse) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawEllipse(QPointF(row.right() - kMargin - kDot / 2, row.center().y()), kDot / 2, kDot / 2);
    }
    painter->restore();
}

QSize ModelListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, kHeight};
}

} // namespace boxwright
